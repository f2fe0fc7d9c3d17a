// The last ten minutes, as this page has seen them: the agent keeps no history.

import { sum } from './words.js';

export const OUTCOMES = ['mirrored', 'failed', 'dropped', 'discarded', 'filtered', 'unsampled'];
const KEPT_MILLIS = 600_000;
const samples = [];

export function sample(status) {
  const now = Date.now();
  samples.push({ at: now, ...totals(status.databases), queue: status.queue });
  while (samples[0].at < now - KEPT_MILLIS) samples.shift();
}

/** Nothing is known of what was between the last sample and the next. */
export function gap() {
  if (samples.length && !samples.at(-1).gap) samples.push({ at: Date.now(), gap: true });
}

/** Over all databases. */
function totals(databases) {
  const all = { outcomes: {}, source: new Map(), target: new Map() };
  for (const outcome of OUTCOMES) {
    all.outcomes[outcome] = databases.reduce((count, of) => count + total(of.requests[outcome]), 0);
  }
  for (const side of ['source', 'target']) {
    for (const { histogramsSeconds } of databases) {
      for (const { from, until, count } of histogramsSeconds[side]) {
        all[side].set(from, { until, count: count + (all[side].get(from)?.count ?? 0) });
      }
    }
  }
  return all;
}

function total(count) { return typeof count === 'number' ? count : sum(count); }

/**
 * One value for each sample but the first: what happened since the one before, by a function of
 * both and the seconds between; null across a gap, and where the agent has begun anew.
 */
function changes(value) {
  return samples.slice(1).map((sample, i) => {
    const before = samples[i];
    if (sample.gap || before.gap || restarted(before, sample)) return { at: sample.at, value: null };
    return { at: sample.at, value: value(before, sample, (sample.at - before.at) / 1e3) };
  });
}

function restarted(before, after) {
  return OUTCOMES.some(outcome => after.outcomes[outcome] < before.outcomes[outcome]);
}

/** Requests a second that ended in an outcome. */
export function rates(outcome) {
  return changes((before, after, seconds) => (after.outcomes[outcome] - before.outcomes[outcome]) / seconds);
}

/** The time in seconds that a share of each moment's requests took at most; null where there were none. */
export function quantiles(side, share) {
  return changes((before, after) => quantile(before[side], after[side], share));
}

/** Of the times that came between, evenly spread within a bucket. */
function quantile(before, after, share) {
  const buckets = [...after]
    .map(([from, { until, count }]) => ({ from, until, count: count - (before.get(from)?.count ?? 0) }))
    .filter(bucket => bucket.count > 0)
    .sort((one, other) => one.from - other.from);
  let left = share * sum(buckets.map(bucket => bucket.count));
  for (const { from, until, count } of buckets) {
    if (left <= count) return from + (until - from) * left / count;
    left -= count;
  }
  return null;
}

export function queue(field) {
  return samples.map(sample => ({ at: sample.at, value: sample.gap ? null : sample.queue[field] }));
}
