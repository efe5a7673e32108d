// A real SMTP server (npm smtp-server) for the tests: node smtp.mjs MODE CERTIFICATE KEY
//   MODE  starttls | tls | plain (no TLS at all)
// Prints "ready PORT", then one JSON line for each mail it took. Takes user@kommune.dk / hemmelig.
// Recipients: unknown@… is refused for good, later@… for now, lost@… loses its connection once the mail is whole.
import { readFileSync } from 'node:fs';
import { SMTPServer } from 'smtp-server';

const [mode, certificate, key] = process.argv.slice(2);

function refusal(responseCode, text) {
  return Object.assign(new Error(text), { responseCode });
}

const server = new SMTPServer({
  secure: mode === 'tls',
  cert: mode === 'plain' ? undefined : readFileSync(certificate),
  key: mode === 'plain' ? undefined : readFileSync(key),
  hideSTARTTLS: mode === 'plain',
  authMethods: process.env.AUTH ? [process.env.AUTH] : ['PLAIN', 'LOGIN'],
  authOptional: false,
  allowInsecureAuth: true,
  onAuth(auth, session, done) {
    process.stdout.write(JSON.stringify({ auth: auth.username, secure: session.secure }) + '\n');
    const known = auth.username === 'user@kommune.dk' && auth.password === 'hemmelig';
    done(known ? null : refusal(535, '5.7.8 no such user user@kommune.dk'), known ? { user: auth.username } : undefined);
  },
  onRcptTo(address, session, done) {
    if (address.address.startsWith('unknown@')) return done(refusal(550, `5.1.1 nobody is ${address.address}`));
    if (address.address.startsWith('later@')) return done(refusal(451, '4.2.1 come back later'));
    done();
  },
  onData(stream, session, done) {
    const parts = [];
    stream.on('data', part => parts.push(part));
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(recipient => recipient.address);
      process.stdout.write(JSON.stringify({
        from: session.envelope.mailFrom.address, to, secure: session.secure, user: session.user,
        mail: Buffer.concat(parts).toString('base64'),
      }) + '\n');
      if (to.some(address => address.startsWith('lost@'))) return process.exit(0);
      done();
    });
  },
});

server.on('error', () => { });
server.listen(0, '127.0.0.1', () => process.stdout.write(`ready ${server.server.address().port}\n`));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
