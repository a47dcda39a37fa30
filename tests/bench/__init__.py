"""`make bench`: durations compared as ratios of medians within one run, never asserted in unit tests."""
