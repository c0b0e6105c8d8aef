import http from 'node:http';
import net from 'node:net';
import tls from 'node:tls';
import type { SmsAccountSettings } from '../../contract/deliveries.ts';
import { classifyHttp, type AttemptOutcome } from '../../domain/deliveries/classify-answer.ts';
import { gatewayBody } from '../../domain/deliveries/gateway-body.ts';
import { ok, type Result } from '../../domain/shared/result.ts';
import type { OutgoingMessage, ReadyLine } from '../app/deliveries/ports.ts';
import { isTlsFault } from './tls-fault.ts';

/**
 * Reaches the gateway; the request itself goes with `handOver`, under the message's id as its idempotency key. Throws
 * the signal's reason when it is given up.
 */
export async function openSmsLine(
  settings: SmsAccountSettings,
  key: string | null,
  message: OutgoingMessage,
  signal: AbortSignal,
): Promise<Result<ReadyLine, AttemptOutcome>> {
  signal.throwIfAborted();
  const url = new URL(settings.url);
  try {
    const socket = await reach(url, settings, signal);
    return ok({
      handOver: (breakOff) => request(socket, url, settings, key, message, breakOff),
      close: () => {
        socket.destroy();
      },
    });
  } catch (error) {
    signal.throwIfAborted();
    return { ok: false, error: classifyHttp(isTlsFault(error) ? 'tls' : 'connect', null) };
  }
}

function reach(
  url: URL,
  { timeoutSeconds, trustedCertificate }: SmsAccountSettings,
  signal: AbortSignal,
): Promise<net.Socket> {
  const isSecure = url.protocol === 'https:';
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  const port = url.port === '' ? (isSecure ? 443 : 80) : Number(url.port);
  const socket = isSecure
    ? tls.connect({
        host,
        port,
        minVersion: 'TLSv1.2',
        ...(net.isIP(host) === 0 ? { servername: host } : {}),
        ...(trustedCertificate === null
          ? {}
          : { ca: [...tls.rootCertificates, trustedCertificate] }),
      })
    : net.connect({ host, port });
  return new Promise((resolve, reject) => {
    const settle = (error?: Error): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', breakOff);
      if (error === undefined) {
        socket.removeListener('error', settle);
        // Until the request is made, nobody else listens.
        socket.on('error', () => undefined);
        resolve(socket);
      } else {
        socket.destroy();
        reject(error);
      }
    };
    const breakOff = (): void => {
      settle(new Error('broken off'));
    };
    const timer = setTimeout(breakOff, timeoutSeconds * 1000);
    signal.addEventListener('abort', breakOff);
    socket.on('error', settle);
    socket.once(isSecure ? 'secureConnect' : 'connect', () => {
      settle();
    });
  });
}

function request(
  socket: net.Socket,
  url: URL,
  settings: SmsAccountSettings,
  key: string | null,
  { to, text, messageId }: OutgoingMessage,
  signal: AbortSignal,
): Promise<AttemptOutcome> {
  const { method, headerName, sender, body: template, timeoutSeconds } = settings;
  const body = Buffer.from(gatewayBody(template, { to, text, sender }));
  return new Promise((resolve) => {
    const asked = http.request({
      method,
      path: `${url.pathname}${url.search}`,
      createConnection: () => socket,
      headers: {
        Host: url.host,
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': body.byteLength,
        Accept: 'application/json',
        'Idempotency-Key': messageId,
        Connection: 'close',
        ...(headerName === '' || key === null ? {} : { [headerName]: key }),
      },
    });
    const settle = (status: number | null): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      resolve(classifyHttp('request', status));
      asked.destroy();
    };
    const giveUp = (): void => {
      settle(null);
    };
    const timer = setTimeout(giveUp, timeoutSeconds * 1000);
    signal.addEventListener('abort', giveUp);
    asked.on('error', giveUp);
    asked.once('response', (response) => {
      response.resume();
      settle(response.statusCode ?? null);
    });
    asked.end(body);
  });
}
