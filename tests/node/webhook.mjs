// Says whether SendGrid's official verifier accepts a signature: node webhook.mjs KEY SIGNATURE TIMESTAMP < body
import { text } from 'node:stream/consumers';
import webhook from '@sendgrid/eventwebhook';

const [key, signature, timestamp] = process.argv.slice(2);
const verifier = new webhook.EventWebhook();
process.stdout.write(`${verifier.verifySignature(verifier.convertPublicKeyToECDSA(key), await text(process.stdin), signature, timestamp)}\n`);
