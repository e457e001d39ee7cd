import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';

/**
 * What a browser may do with our pages: nothing from elsewhere, no inline script, no frame but the console's own. What
 * needs a secure context (HSTS, upgrades, opener isolation) is left out on the plain HTTP of a network without TLS.
 */
export function addSecurityHeaders(app: FastifyInstance, isTls: boolean): void {
  void app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'base-uri': ["'none'"],
        'connect-src': ["'self'", socketsOf],
        'font-src': ["'self'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'object-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
      },
    },
    strictTransportSecurity: isTls,
    crossOriginOpenerPolicy: isTls,
    originAgentCluster: isTls,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'sameorigin' },
  });
}

/** Safari before 15.4 does not take 'self' for WebSocket. Behind a proxy the page may be secure where we are not. */
function socketsOf(request: IncomingMessage): string {
  const { host = '' } = request.headers;
  return /^[\w.-]+(:\d+)?$/.test(host) ? `ws://${host} wss://${host}` : "'self'";
}
