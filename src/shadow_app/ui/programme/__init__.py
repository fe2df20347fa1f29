"""The programme page and its contacts."""
