// What the agent does as a whole: /api/status.

import { lines, stack } from './charts.js';
import { element, row, section, table } from './dom.js';
import { OUTCOMES, quantiles, queue, rates } from './samples.js';
import { bytes, number, percent, rate, seconds, share, sum, words } from './words.js';

const BY_REASON = ['discarded', 'dropped'];
const REQUESTS = ['total', 'mirrored', 'failed', 'unsampled', 'filtered', 'discarded', 'dropped', 'open', 'inFlight'];

export function overview(status) {
  if (!status.databases.length) return [element('p', { class: 'dim' }, 'No database connection has been seen yet.')];
  return [atAGlance(status), charts()];
}

export function databases(status) {
  return [...status.databases.map(database), waiting(status.queue), failures(status.captureFailures), settings(status.settings)];
}

function atAGlance({ databases, exposure, queue: { length, lagSeconds } }) {
  const over = value => databases.reduce((all, of) => all + value(of), 0);
  const requests = over(of => of.requests.total);
  const mirrored = over(of => of.requests.mirrored);
  const unexplained = over(of => of.differences.unexplained);
  return [element('dl', {},
    fact('Exposure', percent(exposure.set)),
    fact('Requests', number(requests)),
    fact('Mirrored', share(mirrored, requests)),
    fact('Failed', number(over(of => of.requests.failed)), 'bad'),
    fact('Dropped', number(over(of => sum(of.requests.dropped))), 'bad'),
    fact('Unexplained differences', number(unexplained), 'bad'),
    fact('In the queue', number(length)),
    fact('Lag', seconds(lagSeconds))),
    exposure.ramp ? element('p', {}, `Exposure ramp: ${exposure.ramp}`) : null,
    exposure.paused ? element('p', {}, 'The exposure shown is that after the pause.') : null];
}

function fact(name, value, worse) {
  return element('div', {}, element('dt', {}, name), element('dd', { class: value === '0' ? null : worse }, value));
}

function charts() {
  const outcomes = OUTCOMES.map(key => ({ key, name: key, points: rates(key) }));
  // Those that have not occurred would only make the table longer.
  const seen = outcomes.filter(one => one.key === 'mirrored' || one.points.some(point => point.value));
  return element('section', { class: 'columns charts', 'aria-label': 'The last ten minutes, since this page was opened' },
    stack('Requests by outcome', 'a second', rate, seen),
    lines('Latency', 'percentile', seconds, ['source', 'target'].flatMap(latencies)),
    lines('Queue', 'transactions', rate, [{ key: 'source', name: 'waiting', points: queue('length') }]),
    lines('Lag', 'behind the source', seconds, [{ key: 'target', name: 'lag', points: queue('lagSeconds') }]));
}

/** Of one side: thick and thin, so that who tells no colours apart tells the lines. */
function latencies(side) {
  const dashed = side === 'target';
  return [
    { key: side, name: side + ' p50', points: quantiles(side, 0.5), dashed },
    { key: side, name: side + ' p95', points: quantiles(side, 0.95), dashed, thin: true }];
}

function database(of) {
  return element('section', { class: 'columns', 'data-key': of.database },
    element('h2', {}, 'Database ' + of.database),
    requests(of.requests), comparison(of), latency(of), errors(of.errors));
}

function requests(of) {
  const rows = [];
  for (const key of REQUESTS) {
    const reasons = BY_REASON.includes(key) ? Object.entries(of[key]) : [];
    const count = BY_REASON.includes(key) ? sum(of[key]) : of[key];
    rows.push(row(key === 'total' ? 'requests' : words(key), [number(count), share(count, of.total)],
      { rowClass: key === 'total' ? 'total' : null }));
    rows.push(...counts(reasons, of.total, 'reason'));
  }
  if (of.unaccounted) {
    rows.push(row('unaccounted for', [number(of.unaccounted), share(of.unaccounted, of.total)], { nameClass: 'bad' }));
  }
  return table('Requests by outcome', ['Outcome', 'Requests', 'Share'], rows);
}

/** A row for each that occurred. */
function counts(entries, whole, nameClass) {
  return entries.filter(entry => entry[1]).map(([label, count]) =>
    row(words(label), [number(count), share(count, whole)], { nameClass: label === 'unexplained' ? 'reason bad' : nameClass }));
}

/** Verdicts, and under them what explains differences and why some were not compared. */
export function comparison({ comparisons, differences, notCompared }) {
  const all = sum(comparisons);
  const { match, not_compared: skipped, ...verdicts } = comparisons;
  const rows = [
    row('requests tried on the target', [number(all), ''], { rowClass: 'total' }),
    row(words('match'), [number(match), share(match, all)]),
    row('different', [number(sum(verdicts)), share(sum(verdicts), all)]),
    ...counts(Object.entries(verdicts), all, 'reason'),
    sum(differences) ? row('what explains the differences', ['', '']) : null,
    ...counts(Object.entries(differences), all, 'reason'),
    row(words('not_compared'), [number(skipped), share(skipped, all)]),
    ...counts(Object.entries(notCompared), all, 'reason')];
  return table('Both sides compared', ['Verdict', 'Requests', 'Share'], rows);
}

function latency(of) {
  const sides = [['source', of.latencySeconds.source], ['target', of.latencySeconds.target],
    ['wait in the queue', of.queueWaitSeconds]];
  return table('Latency since the start, estimated; source and target: the same requests',
    ['Side', 'Count', 'p50', 'p95', 'p99'],
    sides.map(([name, times]) => row(name, [number(times.count), seconds(times.p50), seconds(times.p95), seconds(times.p99)])));
}

function errors(of) {
  const rows = Object.entries(of).filter(entry => entry[1]).map(([type, count]) => row(words(type), [number(count)]));
  return table('Errors by type', ['Type', 'Errors'], rows.length ? rows : [row('of any type', ['0'])]);
}

function waiting(of) {
  return section('Queue', table('What waits for the target', [], [
    row('transactions', [`${number(of.length)} of ${number(of.capacity)}`]),
    row('size', [`${bytes(of.bytes)} of ${bytes(of.maxBytes)}`])]));
}

function failures(of) {
  const rows = Object.entries(of).filter(entry => entry[1]).map(([hook, count]) => row(hook, [number(count)]));
  return rows.length ? section('The agent’s own faults', table('By hook', ['Hook', 'Faults'], rows)) : null;
}

function settings(of) {
  const rows = Object.entries(of).filter(([, entry]) => entry.value !== null).map(([key, entry]) =>
    element('tr', {}, element('th', { scope: 'row' }, key), element('td', {}, entry.value),
      element('td', { class: 'dim' }, entry.source)));
  return element('details', { id: 'settings' }, element('summary', {}, 'Settings'),
    element('table', {}, element('caption', {}, 'Secrets are masked'),
      element('thead', {}, element('tr', {},
        ['Setting', 'Value', 'Source'].map(name => element('th', { scope: 'col' }, name)))),
      element('tbody', {}, rows)));
}
