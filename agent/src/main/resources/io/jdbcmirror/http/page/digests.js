// Statements without their literals: /api/digests as a list, /api/digests/{id} one by one.

import { histograms } from './charts.js';
import { element, row, scrolling, section, table } from './dom.js';
import { comparison } from './overview.js';
import { clock, number, seconds, sum, times, words } from './words.js';

const SHORT = 140;
const SPEED_CLASS = { slower: 'bad', faster: 'good', same: '', not_enough_data: 'dim' };

export const SORTS = { calls: 'Calls', slower: 'Ratio of p95', errors: 'Errors', differences: 'Differences' };

/** In the order of the columns; those that have a sort are the API's orders. */
const COLUMNS = [
  { label: 'Statement', cell: statement, class: 'text' },
  { label: SORTS.calls, sort: 'calls', cell: of => number(of.calls) },
  { label: 'Source p50', cell: of => seconds(of.latencySeconds.source.p50) },
  { label: 'Source p95', cell: of => seconds(of.latencySeconds.source.p95) },
  { label: 'Target p50', cell: of => seconds(of.latencySeconds.target.p50) },
  { label: 'Target p95', cell: of => seconds(of.latencySeconds.target.p95) },
  { label: SORTS.slower, sort: 'slower', cell: ratio },
  { label: SORTS.errors, sort: 'errors', cell: of => marked(of.errors) },
  { label: SORTS.differences, sort: 'differences', cell: differences }
];

export function list({ digests, total }, sort, showsAll) {
  // Roles are said in so many words because narrow screens show no table.
  const head = COLUMNS.map(column => element('th',
    { scope: 'col', role: 'columnheader', class: column.sort ? 'number sortable' : column.class ?? 'number',
      'aria-sort': column.sort === sort ? 'descending' : null },
    column.sort ? element('button', { type: 'button', 'data-sort': column.sort }, column.label) : column.label));
  const rows = digests.map(of => element('tr', { role: 'row', 'data-key': of.database + ' ' + of.id },
    COLUMNS.map(column => element('td',
      { role: 'cell', class: column.class ?? 'number', 'data-label': column.label }, column.cell(of)))));
  const caption = 'Times of the same requests on both sides. Where a column’s name is a button, it sorts by it, the most first.';
  const statements = element('table', { role: 'table' }, element('caption', {}, caption),
    element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, head)),
    element('tbody', { role: 'rowgroup' }, rows));
  return element('section', { class: 'statements' }, element('h2', {}, 'Statements'),
    digests.length ? scrolling('Statements', statements) : element('p', { class: 'dim' }, 'None has been mirrored yet.'),
    total > digests.length && !showsAll
      ? element('p', {}, `${number(digests.length)} of ${number(total)} are shown. `,
        element('button', { type: 'button', 'data-all': 'true' }, 'Show all'))
      : null);
}

function statement(of) {
  const short = of.text.length > SHORT ? of.text.slice(0, SHORT).trimEnd() + ' …' : of.text;
  return element('a', { href: '#digest=' + encodeURIComponent(of.id) }, element('code', {}, short || words(of.id)));
}

function ratio(of) {
  return [times(of.ratio.p95.estimate), ' ', element('span', { class: SPEED_CLASS[of.speed] }, words(of.speed))];
}

function marked(count) { return element('span', { class: count ? 'bad' : 'dim' }, number(count)); }

function differences(of) {
  return of.unexplained
    ? [number(of.differences), ' ', element('span', { class: 'bad' }, `${number(of.unexplained)} unexplained`)]
    : element('span', { class: 'dim' }, number(of.differences));
}

const BACK = () => element('p', {}, element('a', { href: '#' }, '← All statements'));

export function gone() {
  return [BACK(), heading('Not found'),
    element('p', {}, 'There is no statement of this identifier, or it is one of those that are no longer told apart.')];
}

export function detail(of) {
  return [BACK(), element('section', {}, heading('Statement'), element('pre', {}, of.text || words(of.id)), facts(of)),
    section('Latency', verdict(of), latency(of),
      sum(counts(of)) ? element('div', { class: 'columns' }, histograms(of.histogramsSeconds)) : null),
    section('Comparison', ...compared(of)), errors(of), callSites(of)];
}

function counts({ histogramsSeconds: { source, target } }) { return [...source, ...target].map(bucket => bucket.count); }

/** Takes the focus as the view opens, for those who do not see that it has. */
function heading(text) { return element('h2', { tabindex: -1 }, text); }

function facts(of) {
  return element('p', {}, `Database ${of.database}. Tables: ${of.tables.join(', ') || 'none known'}. `,
    `${number(of.calls)} calls on the target, the last at ${clock(new Date(of.lastSeen))}.`);
}

function verdict({ speed, ratio }) {
  const text = {
    slower: 'Slower on the target',
    faster: 'Faster on the target',
    same: 'As fast on the target',
    not_enough_data: 'Not enough data to call the target slower or faster'
  }[speed];
  return element('p', {}, element('strong', { class: SPEED_CLASS[speed] }, text), '. ',
    ['p50', 'p95'].filter(name => ratio[name].estimate !== null).map(name => bounds(name, ratio[name])));
}

function bounds(name, { estimate, low, high }) {
  const range = low === null || high === null ? 'bounds not known yet' : `almost certainly between ${times(low)} and ${times(high)}`;
  return `${name}: ${times(estimate)} the source’s (${range}). `;
}

function latency({ latencySeconds }) {
  return table('Since the first call', ['Side', 'Count', 'p50', 'p95', 'p99', 'max'],
    Object.entries(latencySeconds).map(([side, of]) =>
      row(side, [number(of.count), ...['p50', 'p95', 'p99', 'max'].map(name => seconds(of[name]))])));
}

function compared(of) {
  const first = of.firstDifference;
  const pairs = Object.entries(of.differencesBy).flatMap(([verdict, attributions]) =>
    Object.entries(attributions).map(([attribution, count]) => element('tr', {},
      element('th', { scope: 'row' }, words(verdict)),
      element('td', { class: attribution === 'unexplained' ? 'bad' : null }, words(attribution)),
      element('td', { class: 'number' }, number(count)))));
  return [
    first && element('p', {}, `First difference at ${clock(new Date(first.at))}: `,
      `${words(first.verdict)}, ${words(first.attribution)}.`),
    pairs.length ? scrolling('Differences', element('table', { id: 'differences' },
      element('caption', {}, 'Differences'), element('thead', {}, element('tr', {},
        element('th', { scope: 'col' }, 'What differs'), element('th', { scope: 'col' }, 'What explains it'),
        element('th', { scope: 'col', class: 'number' }, 'Requests'))), element('tbody', {}, pairs))) : null,
    comparison({ comparisons: of.verdicts, differences: {}, notCompared: of.notCompared })];
}

function errors({ errorsBy }) {
  if (!errorsBy.length) return section('Errors on the target', element('p', { class: 'dim' }, 'None.'));
  const rows = errorsBy.map(({ type, sqlState, count }) => row(sqlState || 'none', [words(type), number(count)]));
  return section('Errors on the target', table('Failed attempts by SQLState', ['SQLState', 'Type', 'Attempts'], rows));
}

function callSites({ callSites }) {
  if (!callSites.length) return section('Where it is called', element('p', { class: 'dim' }, 'Not seen yet.'));
  return section('Where it is called', table('In the application, of the calls looked at', ['Place', 'Calls'],
    callSites.map(({ site, count }) => row(site, [number(count)]))));
}
