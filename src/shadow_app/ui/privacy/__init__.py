"""The dialogs of privacy: black out a photo, erase, let go what is past its time."""
