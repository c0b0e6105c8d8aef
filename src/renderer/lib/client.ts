import { createClient } from '../../contract/client.ts';
import { bridge } from './bridge.ts';

/** `api.complaints.list({ view: 'mine' })`: the whole contract, typed; answers a Result and never throws. */
export const api = createClient(bridge);
