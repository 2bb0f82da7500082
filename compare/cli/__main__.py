"""`python -m compare.cli`, for places without the installed command."""

from compare.cli.group import main

main()
