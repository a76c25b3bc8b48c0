"""What tests share: the validators, readers of finished books, golden files."""
