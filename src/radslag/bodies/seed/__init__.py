"""Our own tables of facts about the public sector, how they are made and how they are loaded."""
