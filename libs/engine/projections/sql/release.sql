-- Lets the parked authority $1 go on. Returns: its code, if it was parked.
delete from projection.parked where authority = $1 returning authority;
