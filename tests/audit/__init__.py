"""The accessibility of the EPUBs, judged by DAISY Ace; ``python -m tests.audit`` runs it."""
