-- How many are in each state.
select wanted.state, count(*)::integer as obligations
  from wanted
 group by wanted.state;
