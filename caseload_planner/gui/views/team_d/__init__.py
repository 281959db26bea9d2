"""The Team D page: who hands over what, until nobody of team D carries anything."""
