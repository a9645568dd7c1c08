const IPV4 = /^(\d+)\.(\d+)\.\d+\.\d+$/;

/** Is this address on this machine or in a private network, as far as its name tells? */
export function isNearby(address: string): boolean {
  const host = new URL(address).hostname.replace(/^\[|\]$/g, '');
  const [, first, second] = (IPV4.exec(host) ?? []).map(Number);
  if (first !== undefined && second !== undefined)
    return (
      first === 127 ||
      first === 10 ||
      (first === 172 && second >= 16 && second <= 31) ||
      (first === 192 && second === 168)
    );
  if (host.includes(':')) return host === '::1' || /^f(c|d|e[89ab])/.test(host);
  // A name without a dot is one of the own network, such as a service beside this one.
  return !host.includes('.') || /\.(localhost|local|internal)$/.test(host);
}
