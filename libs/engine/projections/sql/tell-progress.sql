-- Says that the shadow has folded $1 entries of $2.
insert into projection.progress (done, total) values ($1, $2);
