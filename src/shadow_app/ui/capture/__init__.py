"""The parts of the capture bar: the line, what is understood of it, the chips, the grades (`design.md` §3)."""
