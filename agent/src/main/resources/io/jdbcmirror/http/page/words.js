// Numbers, times and the API's labels, for people.

const NONE = '–';

const LABELS = {
  inFlight: 'in flight',
  match: 'the same on both sides',
  row_count: 'another number of rows',
  update_count: 'another number of changed rows',
  result: 'other values',
  error_new: 'fails on the target alone',
  error_missing: 'fails on the source alone',
  error_different: 'fails on both, for other reasons',
  not_compared: 'not compared',
  unsampled_before: 'a transaction before was not sampled',
  dropped_before: 'a transaction before was dropped',
  failed_before: 'a transaction before failed on the target',
  not_captured_before: 'a transaction before could not be captured',
  not_deterministic: 'the statement answers otherwise each time',
  concurrent: 'other sessions were changing the same tables',
  order_only: 'the same rows in another order',
  generated_keys: 'generated keys could not be carried over',
  transaction_failed: 'its transaction failed on the target',
  commit_failed: 'the target did not commit',
  target_unavailable: 'the target was not reachable',
  still_reading: 'the application was still reading',
  partly_read: 'the application read it in part',
  read_otherwise: 'read in a way that is not followed',
  too_large: 'more than is compared',
  unsupported: 'not supported',
  off: 'switched off by the settings',
  shutdown: 'the application ended',
  not_enough_data: 'not enough data'
};

export function words(label) { return LABELS[label] ?? label.replace(/_/g, ' '); }

export function number(value) { return value.toLocaleString('en'); }

export function rate(value) {
  return value === null ? NONE : value.toLocaleString('en', { maximumFractionDigits: value < 1 ? 2 : value < 10 ? 1 : 0 });
}

export function share(part, whole) { return whole ? (100 * part / whole).toFixed(1) + ' %' : NONE; }

/** Few digits, but never so few that something becomes nothing. */
export function percent(fraction) {
  return (100 * fraction).toLocaleString('en', { maximumSignificantDigits: 4 }) + ' %';
}

export function seconds(value) {
  if (value === null) return NONE;
  if (value === 0) return '0 s';
  if (value >= 1) return trimmed(value) + ' s';
  return value >= 0.001 ? trimmed(value * 1e3) + ' ms' : Math.round(value * 1e6) + ' µs';
}

/** Three digits that count, none of them a zero at the end. */
function trimmed(value) { return String(Number(value.toPrecision(3))); }

export function bytes(value) {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let unit = 0;
  for (; value >= 1024 && unit < units.length - 1; unit++) value /= 1024;
  return trimmed(value) + ' ' + units[unit];
}

export function times(ratio) {
  return ratio === null ? NONE : ratio.toFixed(ratio < 10 ? 2 : ratio < 100 ? 1 : 0) + ' ×';
}

/** The time of day, with the date where it is not today's. */
export function clock(date) {
  const sameDay = date.toDateString() === new Date().toDateString();
  return sameDay ? date.toLocaleTimeString() : date.toLocaleString();
}

/** Instants within a text become the reader's own time. */
export function localTimes(text) {
  return text.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, instant => clock(new Date(instant)));
}

export function sum(counts) { return Object.values(counts).reduce((all, count) => all + count, 0); }
