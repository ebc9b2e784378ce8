"""The pages: one blueprint a file, each view reads input, checks, acts, answers."""
