import { type Endpoint, serve } from '../port.ts';
import type { FeedProtocol } from './protocol.ts';
import { createFeedService } from './service.ts';

const service = createFeedService({ fetch: fetch.bind(self), WebSocket });
self.addEventListener('online', service.hurry);
serve<FeedProtocol>(self as unknown as Endpoint, service);
