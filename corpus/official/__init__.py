"""Official texts: fetched politely from the UN's document hosts, or dropped into a folder by hand."""
