import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { PasswordHasher } from './ports.ts';

interface Cost {
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

const KEY_BYTES = 32;

function derive(password: string, salt: Buffer, { log2N, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** log2N;
  return new Promise((resolve, reject) => {
    scrypt(
      password.normalize('NFKC'),
      salt,
      KEY_BYTES,
      { N, r, p, maxmem: 256 * N * r },
      (error, key) => {
        if (error) reject(error);
        else resolve(key);
      },
    );
  });
}

/**
 * scrypt with the cost written into the hash: `scrypt$17$8$1$salt$key`. 2^17, 8, 1 is the OWASP minimum
 * (128 MB, some 300 ms); samples and tests lower `log2N`.
 */
export function createPasswordHasher(log2N = 17): PasswordHasher {
  return {
    async hash(password) {
      const salt = randomBytes(16);
      const key = await derive(password, salt, { log2N, r: 8, p: 1 });
      return ['scrypt', log2N, 8, 1, salt.toString('base64url'), key.toString('base64url')].join(
        '$',
      );
    },
    async verify(password, hash) {
      const [scheme, cost, r, p, salt, expected] = hash.split('$');
      if (scheme !== 'scrypt' || salt === undefined || expected === undefined) return false;
      const key = await derive(password, Buffer.from(salt, 'base64url'), {
        log2N: Number(cost),
        r: Number(r),
        p: Number(p),
      });
      return timingSafeEqual(key, Buffer.from(expected, 'base64url'));
    },
  };
}
