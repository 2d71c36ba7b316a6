/**
 * A webhook's address is typed in by a person: it must not become a way into our own network. Addresses
 * are judged when the connection is made, so that a name cannot change its mind in between.
 */
import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const inside = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  inside.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 128],
  ['::1', 128],
  // An IPv4 address behind a translator: where it leads cannot be told from outside.
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  inside.addSubnet(network, prefix, 'ipv6');
}

export class AddressNotPublic extends Error {
  override readonly name = 'AddressNotPublic';
}

export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address);
  return family !== 0 && !inside.check(address, family === 6 ? 'ipv6' : 'ipv4');
};

/** DNS that answers with public addresses only, for `https.request`. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error !== null) return callback(error, '', 0);
    if (found.length === 0 || found.some(({ address }) => !isPublicAddress(address))) {
      return callback(new AddressNotPublic(), '', 0);
    }
    if (options.all === true) return callback(null, found as never);
    return callback(null, found[0]!.address, found[0]!.family);
  });
};
