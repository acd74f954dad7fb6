-- Appends any number of groups to any number of ledgers. Each group succeeds whole or not at all and is answered by
-- itself.
--
-- Locks:   the heads of the authorities named, in order, until the transaction ends. With p_wait (one authority only) it
--          waits for the head, a second at most (lock_not_available then); otherwise it skips heads that others hold, so
--          that no call waits while it holds one.
-- Reads:   under the locks and in later statements, which alone see what the last holder committed: the last position,
--          moment and versions by backward probes on the entries' unique indexes; commands; references.
-- Writes:  entries, commands, references, erasable texts. Heads are never updated.
-- Returns: a row for each group, in order:
--            outcome     appended, repeated, another request, version conflict, reference taken, busy, unknown authority
--            first_position, last_position, moment       of what was appended, now or then
--            place, actual, holder    the write in conflict and its stream's version, or the reference and its stream
--            answer, versions         of a repeated command: what it was answered, and its streams' versions (JSON)
--
-- Within a call no two groups share a stream, a command id or a reference: the caller sees to it.
--
-- The arrays run in parallel within their families (authorities, groups, writes, entries, references, texts); numbers
-- among them are places in other arrays, counted from 1. Plans are made once, of index probes alone, so that they hold
-- on tables never analysed and on tables analysed while empty: hence the settings, and sub-selects instead of joins.
create or replace function ledger.append(
  p_wait             boolean,
  p_authority        text[],    -- each authority once, in order
  p_group_authority  integer[],
  p_command_id       text[],
  p_request_hash     bytea[],
  p_actor            text[],
  p_at               text[],    -- the moment by the caller's clock; null: by the database's
  p_hashes           bytea[],   -- the content hashes of the group's entries, one after the other
  p_answer           text[],
  p_write_group      integer[],
  p_write_stream     text[],
  p_write_expected   integer[],
  p_event_group      integer[],
  p_event_write      integer[],
  p_event_ordinal    integer[], -- within its group: 0, 1, 2 …
  p_event_version    integer[],
  p_event_id         text[],
  p_event_type       text[],
  p_event_schema     integer[],
  p_event_date       text[],
  p_event_payload    text[],
  p_reference_group  integer[],
  p_reference_kind   text[],
  p_reference        text[],
  p_reference_stream text[],
  p_text_group       integer[],
  p_text_digest      bytea[],
  p_text_salt        bytea[],
  p_text             text[]
)
returns table (
  outcome        text,
  first_position bigint,
  last_position  bigint,
  moment         timestamptz,
  place          integer,
  actual         integer,
  holder         text,
  answer         text,
  versions       text
)
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
set enable_sort = off
set plan_cache_mode = force_generic_plan
set lock_timeout = '1s'
as $$
#variable_conflict use_column
declare
  groups     constant integer := cardinality(p_command_id);
  held       text[];        -- the authorities whose heads this call holds
  now_here   timestamptz;
  condition  text[];        -- of each authority: held, busy, unknown authority
  last_place bigint[];      -- of each authority
  last_time  timestamptz[]; -- of each authority
  verdict    text[];        -- of each group, and so the following
  first_of   bigint[]      := array_fill(null::bigint, array[groups]);
  last_of    bigint[]      := array_fill(null::bigint, array[groups]);
  moment_of  timestamptz[] := array_fill(null::timestamptz, array[groups]);
  place_of   integer[]     := array_fill(null::integer, array[groups]);
  actual_of  integer[]     := array_fill(null::integer, array[groups]);
  holder_of  text[]        := array_fill(null::text, array[groups]);
  answer_of  text[]        := array_fill(null::text, array[groups]);
  version_of text[]        := array_fill(null::text, array[groups]);
  a          integer;
  found_one  record;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'ledger.append runs at read committed only: at % it would read the ledger as it was before its locks.',
      current_setting('transaction_isolation')
      using errcode = 'invalid_transaction_state';
  end if;
  if p_wait and cardinality(p_authority) <> 1 then
    raise exception 'ledger.append waits for one head only: of several it could hold one while it waits for the next.'
      using errcode = 'invalid_parameter_value';
  end if;

  -- The locks. What follows must be other statements: this one's snapshot is older than its locks.
  if p_wait then
    held := array(select authority from ledger.head where authority = p_authority[1] for update);
  else
    held := array(
      select authority from ledger.head where authority = any (p_authority) order by authority for update skip locked
    );
  end if;
  now_here := date_trunc('milliseconds', clock_timestamp());

  select array_agg(case
                     when p_authority[a] = any (held) then 'held'
                     when exists (select from ledger.head where authority = p_authority[a]) then 'busy'
                     else 'unknown authority'
                   end order by a),
         array_agg(coalesce(last_entry.position, 0) order by a),
         array_agg(last_entry.recorded_at order by a)
    into condition, last_place, last_time
    from generate_series(1, cardinality(p_authority)) a
    left join lateral (select position, recorded_at
                         from ledger.event
                        where authority = p_authority[a] order by position desc limit 1) last_entry on true;

  select array_agg(case
                     when condition[p_group_authority[g]] <> 'held' then condition[p_group_authority[g]]
                     else coalesce(
                       (select case when request_hash = p_request_hash[g] then 'repeated' else 'another request' end
                          from ledger.command
                         where authority = p_authority[p_group_authority[g]]
                           and command_id = p_command_id[g]), 'appended')
                   end)
    into verdict
    from generate_series(1, groups) g;

  -- A version is as expected where it is the last one from there on: a probe of one index entry. Looking for the last
  -- version without a bound reads all versions of the stream that stand on one page, a hundred and more.
  for found_one in
    select *
      from (select p_write_group[w] as g,
                   w,
                   coalesce(
                     (select version from ledger.event
                       where authority = p_authority[p_group_authority[p_write_group[w]]]
                         and stream = p_write_stream[w]
                         and version >= p_write_expected[w]
                       order by version desc limit 1), 0) as version
              from generate_series(1, cardinality(p_write_group)) w
             where verdict[p_write_group[w]] = 'appended') probe
     where version <> p_write_expected[w]
  loop
    if verdict[found_one.g] = 'appended' then
      verdict[found_one.g] := 'version conflict';
      place_of[found_one.g] := found_one.w;
      actual_of[found_one.g] := coalesce(
        (select version from ledger.event
          where authority = p_authority[p_group_authority[found_one.g]]
            and stream = p_write_stream[found_one.w]
          order by version desc limit 1), 0);
    end if;
  end loop;

  for found_one in
    select *
      from (select p_reference_group[r] as g,
                   r,
                   (select stream from ledger.reference
                     where authority = p_authority[p_group_authority[p_reference_group[r]]]
                       and kind = p_reference_kind[r]
                       and reference = p_reference[r]) as stream
              from generate_series(1, cardinality(p_reference_group)) r
             where verdict[p_reference_group[r]] = 'appended') probe
     where stream is not null
  loop
    if verdict[found_one.g] = 'appended' then
      verdict[found_one.g] := 'reference taken';
      place_of[found_one.g] := found_one.r;
      holder_of[found_one.g] := found_one.stream;
    end if;
  end loop;

  -- Positions follow one another in the order of the groups; moments never run backwards.
  for g in 1 .. groups loop
    if verdict[g] = 'appended' then
      a := p_group_authority[g];
      first_of[g] := last_place[a] + 1;
      last_of[g] := last_place[a] + octet_length(p_hashes[g]) / 32;
      moment_of[g] := greatest(last_time[a], coalesce(date_trunc('milliseconds', p_at[g]::timestamptz), now_here));
      last_place[a] := last_of[g];
      last_time[a] := moment_of[g];
    end if;
  end loop;

  insert into ledger.event (authority, position, stream, version, event_id, type, schema_version, business_date,
                            recorded_at, actor, payload, hash)
  select p_authority[p_group_authority[g]],
         first_of[g] + p_event_ordinal[e],
         p_write_stream[p_event_write[e]],
         p_event_version[e],
         p_event_id[e]::uuid,
         p_event_type[e],
         p_event_schema[e],
         p_event_date[e]::date,
         moment_of[g],
         p_actor[g],
         p_event_payload[e],
         substring(p_hashes[g] from 32 * p_event_ordinal[e] + 1 for 32)
    from (select e, p_event_group[e] as g from generate_series(1, cardinality(p_event_group)) e) entry
   where verdict[g] = 'appended';

  insert into ledger.command (authority, command_id, request_hash, first_position, last_position, recorded_at, hashes,
                              answer)
  select p_authority[p_group_authority[g]],
         p_command_id[g],
         p_request_hash[g],
         first_of[g],
         last_of[g],
         moment_of[g],
         p_hashes[g],
         p_answer[g]
    from generate_series(1, groups) g
   where verdict[g] = 'appended';

  if cardinality(p_reference_group) > 0 then
    insert into ledger.reference (authority, kind, reference, stream)
    select p_authority[p_group_authority[p_reference_group[r]]],
           p_reference_kind[r],
           p_reference[r],
           p_reference_stream[r]
      from generate_series(1, cardinality(p_reference_group)) r
     where verdict[p_reference_group[r]] = 'appended';
  end if;

  if cardinality(p_text_group) > 0 then
    insert into ledger.erasable_text (authority, digest, salt, text)
    select p_authority[p_group_authority[p_text_group[t]]], p_text_digest[t], p_text_salt[t], p_text[t]
      from generate_series(1, cardinality(p_text_group)) t
     where verdict[p_text_group[t]] = 'appended';
  end if;

  if 'repeated' = any (verdict) then
    for g in 1 .. groups loop
      if verdict[g] = 'repeated' then
        select * into strict found_one
          from ledger.recorded(p_authority[p_group_authority[g]], p_command_id[g]);
        first_of[g] := found_one.first_position;
        moment_of[g] := found_one.moment;
        last_of[g] := found_one.last_position;
        answer_of[g] := found_one.answer;
        version_of[g] := found_one.versions;
      end if;
    end loop;
  end if;

  return query
    select verdict[g],
           first_of[g],
           last_of[g],
           moment_of[g],
           place_of[g],
           actual_of[g],
           holder_of[g],
           answer_of[g],
           version_of[g]
      from generate_series(1, groups) g;
end
$$;

alter function ledger.append owner to svl_ledger;
revoke all on function ledger.append from public;
grant execute on function ledger.append to :app_role;
