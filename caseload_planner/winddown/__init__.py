"""Who leaves hands over: team D to nil, or any leaver, planned week by week."""
