"""Who may see what: full and public title, secrecy marks, masked names, closed items. Below every domain."""
