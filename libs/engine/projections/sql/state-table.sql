-- States of streams as of a version, so that they need not be folded from the stream's first event; the stream '' is
-- the authority-wide state. Not compressed: compressing costs more than it saves here.
create table projection.state (
  authority text collate "C" not null,
  stream    text collate "C" not null,
  version   bigint           not null,
  position  bigint           not null,
  state     text             not null,
  primary key (authority, stream)
);
alter table projection.state alter column state set storage external;
