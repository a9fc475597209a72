"""Tests of the simulator: as strict as Telegram, and true to what people see."""
