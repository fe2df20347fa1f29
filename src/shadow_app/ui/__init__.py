"""The only room that knows Qt: pages, panels, models, delegates, jobs. Asks use cases, never storage."""
