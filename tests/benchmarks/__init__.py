"""Measurements of time and memory; ``python -m tests.benchmarks`` runs them all."""
