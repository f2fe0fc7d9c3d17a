// Charts as SVG. Under each stands a table of its series, which says the same in numbers.

import { drawing, element } from './dom.js';
import { seconds, share } from './words.js';

const WIDTH = 480;
const HEIGHT = 130;
const LEFT = 52;
const RIGHT = WIDTH - 6;
const TOP = 8;
const BOTTOM = HEIGHT - 20;
const SHOWN_MILLIS = [60_000, 120_000, 300_000, 600_000];

/** Series of {name, key, points, dashed, thin} over time, as lines. */
export function lines(title, unit, format, series) {
  const scale = scaleOf(series, highest(series));
  const marks = series.map(one => drawing('path',
    { class: `line ${one.key}${one.dashed ? ' dashed' : ''}${one.thin ? ' thin' : ''}`, d: path(one.points, scale) }));
  return overTime(title, unit, format, series, scale, marks);
}

/** The same as areas on top of each other; all series have their points at the same times. */
export function stack(title, unit, format, series) {
  const floor = series[0].points.map(() => 0);
  const areas = series.map(one => {
    const bottom = [...floor];
    one.points.forEach((point, i) => floor[i] += point.value ?? 0);
    return { ...one, bottom, top: [...floor] };
  });
  const scale = scaleOf(series, Math.max(0, ...floor));
  const marks = areas.map(one => drawing('path', { class: 'area ' + one.key, d: band(one, scale) }));
  return overTime(title, unit, format, series, scale, marks);
}

function highest(series) {
  return Math.max(0, ...series.flatMap(one => one.points.map(point => point.value ?? 0)));
}

function scaleOf(series, max) {
  const points = series[0].points;
  const last = points.length ? points.at(-1).at : 0;
  const age = points.length ? last - points[0].at : 0;
  const span = SHOWN_MILLIS.find(millis => millis >= age) ?? SHOWN_MILLIS.at(-1);
  const top = round(max);
  return {
    top, span,
    x: at => fixed(RIGHT - (RIGHT - LEFT) * (last - at) / span),
    y: value => fixed(BOTTOM - (BOTTOM - TOP) * value / top)
  };
}

/** The next of 1, 2, 5, 10 and so on that is no less. */
function round(value) {
  if (value <= 0) return 1;
  const unit = 10 ** Math.floor(Math.log10(value));
  return unit * [1, 2, 5, 10].find(step => step * unit >= value * 0.999999);
}

function fixed(value) { return Math.round(value * 10) / 10; }

function path(points, scale) {
  let pen = 'M';
  let drawn = '';
  for (const { at, value } of points) {
    if (value === null) {
      pen = 'M';
      continue;
    }
    // A line of no length is a dot: what has nothing before and after it is to be seen, too.
    drawn += `${pen}${scale.x(at)} ${scale.y(value)}${pen === 'M' ? 'h0' : ''}`;
    pen = 'L';
  }
  return drawn;
}

function band({ points, top, bottom }, scale) {
  let drawn = '';
  for (let from = 0; from < points.length; from++) {
    if (points[from].value === null) continue;
    let to = from;
    while (to + 1 < points.length && points[to + 1].value !== null) to++;
    // One alone would be an area without a width.
    const lead = from === to ? 2 : 0;
    const corners = [`${scale.x(points[from].at) - lead} ${scale.y(top[from])}`];
    for (let i = from; i <= to; i++) corners.push(`${scale.x(points[i].at)} ${scale.y(top[i])}`);
    for (let i = to; i >= from; i--) corners.push(`${scale.x(points[i].at)} ${scale.y(bottom[i])}`);
    corners.push(`${scale.x(points[from].at) - lead} ${scale.y(bottom[from])}`);
    drawn += `M${corners.join('L')}Z`;
    from = to;
  }
  return drawn;
}

function overTime(title, unit, format, series, scale, marks) {
  const minutes = scale.span / 60_000;
  const described = series.map(one => `${one.name}: ${summary(one, format).join(', at most ')}`).join('; ');
  return element('figure', {}, element('h3', {}, title),
    drawing('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label':
      `${title} over the last ${minutes === 1 ? 'minute' : minutes + ' minutes'}, ${unit}. Now ${described}.` },
      grid([0, scale.top / 2, scale.top].map(value => ({ y: scale.y(value), label: format(value) }))),
      label(LEFT, HEIGHT - 5, 'start', `${minutes} min ago`), label(RIGHT, HEIGHT - 5, 'end', 'now'), marks),
    element('table', { 'aria-label': title },
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, unit),
        element('th', { scope: 'col', class: 'number' }, 'now'), element('th', { scope: 'col', class: 'number' }, 'highest'))),
      element('tbody', {}, series.map(one => element('tr', {},
        element('th', { scope: 'row' }, element('span', { class: 'swatch ' + one.key + (one.thin ? ' thin' : '') }), one.name),
        summary(one, format).map(value => element('td', { class: 'number' }, value)))))));
}

function summary({ points }, format) {
  const last = points.length ? points.at(-1).value : null;
  const known = points.map(point => point.value).filter(value => value !== null);
  return [format(last), format(known.length ? Math.max(...known) : null)];
}

function grid(levels) {
  return levels.map(({ y, label: text }) => [
    drawing('path', { class: 'grid', d: `M${LEFT} ${y}H${RIGHT}` }), label(LEFT - 6, y + 4, 'end', text)]);
}

function label(x, y, anchor, text) { return drawing('text', { x, y, 'text-anchor': anchor }, text); }

const BARS_PER_DECADE = 8;

/** Two histograms over one logarithmic scale of times, one above the other. */
export function histograms({ source, target }) {
  const times = [...source, ...target].map(middle);
  const first = Math.floor(slot(Math.min(...times)) / BARS_PER_DECADE) * BARS_PER_DECADE;
  const last = Math.max(slot(Math.max(...times)) + 1, first + BARS_PER_DECADE);
  const sides = Object.entries({ source, target }).map(([key, buckets]) => ({ key, bars: bars(buckets, first, last) }));
  const top = Math.max(...sides.flatMap(side => side.bars));
  return sides.map(side => histogram(side, first, last, top));
}

function middle({ from, until }) { return Math.sqrt(Math.max(from, 1e-6) * Math.max(until, 1e-6)); }

function slot(time) { return Math.floor(Math.log10(time * 1e6) * BARS_PER_DECADE); }

/** When a slot begins, in seconds. */
function timeOf(slot) { return 10 ** (slot / BARS_PER_DECADE) / 1e6; }

function bars(buckets, first, last) {
  const shares = new Array(last - first).fill(0);
  const all = buckets.reduce((count, bucket) => count + bucket.count, 0);
  for (const bucket of buckets) shares[slot(middle(bucket)) - first] += bucket.count / all;
  return shares;
}

function histogram({ key, bars }, first, last, top) {
  const width = (RIGHT - LEFT) / bars.length;
  const y = value => fixed(BOTTOM - (BOTTOM - TOP) * value / top);
  const drawn = bars.map((value, i) => value > 0 && drawing('path', { class: 'area ' + key,
    d: `M${fixed(LEFT + i * width + 0.5)} ${BOTTOM}V${y(value)}h${fixed(Math.max(width - 1, 1))}V${BOTTOM}Z` }));
  const most = bars.indexOf(Math.max(...bars));
  const said = bars.some(Boolean)
    ? `most often ${seconds(timeOf(first + most))} to ${seconds(timeOf(first + most + 1))}: ${share(bars[most], 1)}`
    : 'no times yet';
  const ticks = [];
  for (let decade = first; decade < last; decade += BARS_PER_DECADE) {
    const x = fixed(LEFT + (decade - first) * width);
    ticks.push(drawing('path', { class: 'grid', d: `M${x} ${TOP}V${BOTTOM}` }), label(x, HEIGHT - 5, x > RIGHT - LEFT ? 'end' : 'start', seconds(timeOf(decade))));
  }
  return element('figure', {}, element('h3', {}, element('span', { class: 'swatch ' + key }), `Times on the ${key}`),
    drawing('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': `Times on the ${key}: ${said}.` },
      grid([0, top].map(value => ({ y: y(value), label: share(value, 1) }))), ticks, drawn),
    element('p', { class: 'dim' }, said));
}
