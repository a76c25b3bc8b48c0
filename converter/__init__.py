"""Fukan (复刊): restores OCR'd Chinese periodicals and republishes them as EPUB and PDF."""

__version__ = "0.1.0"
