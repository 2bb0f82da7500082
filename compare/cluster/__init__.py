"""From articles to copies, and from copies to stories."""
