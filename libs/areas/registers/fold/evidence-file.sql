create table evidence_file (
  authority text collate "C" not null,
  report text collate "C" not null,
  evidence text collate "C" not null,
  sha256 text collate "C" not null,
  primary key (authority, report, evidence)
)
