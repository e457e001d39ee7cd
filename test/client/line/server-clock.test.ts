import { expect, test } from 'vitest';
import { ServerClock } from '../../../client/line/server-clock.ts';

function clockAt(start: number) {
  const phone = { now: start };
  return { phone, clock: new ServerClock(() => phone.now) };
}

test('says this phone’s own time until the server was heard', () => {
  expect(clockAt(500).clock.serverNow()).toBe(500);
});

test('runs on from what the server said', () => {
  const { phone, clock } = clockAt(1000);
  clock.hear(61_000);
  phone.now += 250;
  expect(clock.serverNow()).toBe(61_250);
});

test('takes the message that was quickest: a late one sets the time back by nothing', () => {
  const { phone, clock } = clockAt(0);
  clock.hear(9990);
  phone.now = 1000;
  clock.hear(10_200);
  expect(clock.serverNow()).toBe(10_990);
});

test('takes half of the way there and back where it was measured', () => {
  const { clock } = clockAt(0);
  clock.hear(10_000, 80);
  expect(clock.serverNow()).toBe(10_040);
});

test('forgets old messages, so that a clock that drifts is followed', () => {
  const { clock } = clockAt(0);
  clock.hear(5000);
  for (let i = 0; i < 8; i += 1) clock.hear(4000);
  expect(clock.serverNow()).toBe(4000);
});

test('forgets all after a sleep', () => {
  const { clock } = clockAt(0);
  clock.hear(5000);
  clock.forget();
  expect(clock.serverNow()).toBe(0);
  clock.hear(3000);
  expect(clock.serverNow()).toBe(3000);
});
