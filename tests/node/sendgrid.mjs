// Sends a mail with SendGrid's official client: node sendgrid.mjs URL KEY < mail.json
// The mail is what @sendgrid/mail takes. Prints "sent STATUS".
import { text } from 'node:stream/consumers';
import sendgrid from '@sendgrid/mail';
import client from '@sendgrid/client';

const [url, key] = process.argv.slice(2);
client.setApiKey(key);
client.setDefaultRequest('baseUrl', url);
sendgrid.setClient(client);
const [response] = await sendgrid.send(JSON.parse(await text(process.stdin)));
process.stdout.write(`sent ${response.statusCode}\n`);
