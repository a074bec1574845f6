"""Benchmarks: what the program costs, each figure beside the least that Qt could do."""
