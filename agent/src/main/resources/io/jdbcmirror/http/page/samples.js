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
  const all = { outcomes: {}, source: { count: 0, sum: 0 }, target: { count: 0, sum: 0 } };
  for (const outcome of OUTCOMES) {
    all.outcomes[outcome] = databases.reduce((count, of) => count + total(of.requests[outcome]), 0);
  }
  for (const side of ['source', 'target']) {
    for (const { latencySeconds } of databases) {
      all[side].count += latencySeconds[side].count;
      all[side].sum += latencySeconds[side].sum;
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

/** Mean time of the requests of each moment, in seconds; null where there were none. */
export function means(side) {
  return changes((before, after) => {
    const count = after[side].count - before[side].count;
    return count ? (after[side].sum - before[side].sum) / count : null;
  });
}

export function queue(field) {
  return samples.map(sample => ({ at: sample.at, value: sample.gap ? null : sample.queue[field] }));
}
