import type Database from 'better-sqlite3';
import type { Six } from './six.ts';

/*
 * The second peer: the same counts by one statement with window functions, from the groups outward so that the silent are not
 * lost. Times of day and the 48 hours are milliseconds; working days stand in the table `calendar`. The state is not reckoned.
 */
const SQL = `
with counted as (
  select group_id, sender, voice, said, at, (at + 28800000) / 86400000 as day,
    row_number() over (partition by group_id, sender, voice, said,
      case said when 1 then coalesce(fingerprint, -id) when 2 then 0 else -id end order by at, id) as nth
  from messages where said < 3 and at >= :since),
cadre as (select group_id, day from counted where voice = 0 and nth = 1),
voiced as (select group_id, count(*) as messages, count(distinct case when (cast(:last as integer) - day) / 7 < 4 then (cast(:last as integer) - day) / 7 end) as weeks
  from cadre group by group_id),
stops as (select group_id, day from cadre union select id, cast(:first as integer) from groups union select id, cast(:last as integer) from groups),
gaps as (select s.group_id, c.workdays - lag(c.workdays) over (partition by s.group_id order by s.day) as gap
  from stops s join calendar c on c.day = s.day),
longest as (select group_id, max(coalesce(gap, 0)) as gap from gaps group by group_id),
members as (select group_id, count(*) as messages, count(distinct sender) as speakers, count(distinct day) as days
  from counted where voice in (1, 2) and nth = 1 group by group_id),
posts as (select group_id, at, id, (at + 28800000) / 86400000 as day,
    lag(at) over w as before, (lag(at) over w + 28800000) / 86400000 as day_before
  from messages where voice = 0 and at >= :since window w as (partition by group_id order by at, id)),
numbered as (select group_id, at,
    sum(case when before is null or day <> day_before or at - before > 600000 then 1 else 0 end)
      over (partition by group_id order by at, id) as burst from posts),
ended as (select group_id, burst, count(*) as posts, max(at) as until from numbered group by group_id, burst),
bounded as (select *, lead(until) over (partition by group_id order by burst) as next from ended),
bursts as (select group_id, sum(posts) as posts, count(*) as bursts, sum(exists (
    select 1 from messages m where m.group_id = b.group_id and m.at >= b.until and m.at < coalesce(b.next, 9e15)
      and m.at <= b.until + 86400000 and m.voice in (1, 2) and m.said < 3
      and (m.at - b.until <= 1800000 or m.mentions = 0))) as echoed
  from bounded b group by group_id),
needs as materialized (select group_id, id, at, sender, coalesce(fingerprint, -id) as alike from messages where label > 0 and at >= :since),
answers as materialized (select group_id, reply_to, at, sender from messages
  where reply_to is not null and confidence >= 90 and voice <> 3 and at >= :since),
spoils as materialized (select group_id, sender, at from messages where mark = 2 and at >= :since),
helped as (select distinct n.group_id, n.sender, n.alike from needs n
  join answers a on a.group_id = n.group_id and a.reply_to = n.id and a.sender <> n.sender and a.at >= n.at
  where not exists (select 1 from spoils s where s.group_id = n.group_id and s.sender = n.sender
      and s.at > a.at and s.at <= a.at + 172800000)
    and not exists (select 1 from needs o where o.group_id = n.group_id and o.sender = n.sender and o.alike = n.alike
      and o.at > n.at and o.at > a.at and o.at <= a.at + 172800000)),
help as (select group_id, count(*) as help from helped group by group_id),
asked as (select group_id, count(*) as needs from (select distinct group_id, sender, alike from needs) group by group_id)
select g.id, coalesce(v.messages, 0) as messages, coalesce(v.weeks, 0) as weeks, coalesce(a.needs, 0) as needs,
  coalesce(h.help, 0) as help, coalesce(m.messages, 0) as memberMessages, coalesce(m.speakers, 0) as speakers,
  coalesce(m.days, 0) as activeDays, coalesce(l.gap, 0) as longestGap, coalesce(b.posts, 0) as posts,
  coalesce(b.bursts, 0) as bursts, coalesce(b.echoed, 0) as echoed
from groups g left join voiced v on v.group_id = g.id left join asked a on a.group_id = g.id
  left join help h on h.group_id = g.id left join members m on m.group_id = g.id
  left join longest l on l.group_id = g.id left join bursts b on b.group_id = g.id order by g.id`;

/** All groups by one statement. */
export function scoreBySql(raw: Database.Database, lastDay: number): Map<number, Six> {
  const since = (lastDay - 29) * 86_400_000 - 28_800_000;
  const rows = raw
    .prepare<[Record<string, number>], Omit<Six, 'raw'> & { id: number }>(SQL)
    .all({ since, first: lastDay - 29, last: lastDay });
  return new Map(rows.map(({ id, ...six }) => [id, { ...six, raw: null }]));
}
