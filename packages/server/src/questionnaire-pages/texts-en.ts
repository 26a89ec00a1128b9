import type { Texts } from './texts-nl.ts'

/** What the pages say in English. */
export const english: Texts = {
  name: 'English',
  service: 'Survey of professional experience',
  languages: 'Language',
  skip: 'Skip to content',
  error: 'Error:',
  problems: {
    NONE_AND_OTHERS: 'Choose answers, or “none of these” alone',
    NOT_A_NUMBER: 'Enter a number, such as 7 or 7.5',
    THOUSANDS: 'Write the number without a point or comma for thousands, such as 5000 or 7.5',
    OUT_OF_RANGE: 'Enter a number',
    TOO_LONG: 'Shorten your answer',
    REQUIRED: 'Choose an answer; this question cannot be skipped',
    NOT_STORED: 'Give another answer; we cannot store this one',
  },
  range: (from, to) =>
    from === undefined ? `${to} at most` : to === undefined ? `${from} at least` : `from ${from} to ${to}`,
  aNumber: 'A number',
  atMost: (characters) =>
    `${characters} characters at most. Do not write names or anything else by which someone can be recognised.`,
  several: 'You can choose more than one answer',
  or: 'or',
  none: 'None of these',
  noAnswerAfterAll: 'No answer after all',
  choose: 'Choose an answer',
  step: (step, of) => `Step ${step} of ${of}`,
  mayBeSkipped: 'You may skip any question.',
  required: 'required',
  othersMayBeSkipped: 'You may skip the others.',
  next: 'Continue',
  back: 'Back',
  toOverview: 'Continue to your answers',
  erase: 'Erase and stop',
  problemTitle: 'There is a problem',
  intro: {
    lead: 'A short questionnaire by the Kennisnetwerk for professionals in youth care in the Haaglanden region. The questions are about your work.',
    time: (minutes, questions) =>
      `You get ${questions} questions at most. It takes about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    until: (day) => `You can answer up to and including ${day}.`,
    voluntary: 'Taking part is voluntary. You may skip questions, and stop at any moment.',
    someRequired:
      'Taking part is voluntary. You may stop at any moment, and skip questions that are not marked “required”.',
    happens: 'What happens with your answers?',
    nobody:
      'We take care that nobody can be recognised in the results. We keep no name, no address, no IP address and no time with your answers.',
    groups: (k) => `We never show anything about groups of fewer than ${k} people.`,
    forEveryone: 'The results are for everyone: they can be seen on the internet.',
    forPartners:
      'The results are for the organisations that take part and for researchers. The Kennisnetwerk may make them public later.',
    researchers:
      'Researchers with permission get the answers made anonymous: worked so that the chance that someone can be recognised in them is very small.',
    apart:
      'Your answers are kept apart from your invitation. Nothing leads from one to the other, not for us either. So you cannot change them or take them back once they are sent.',
    words:
      'What you write in your own words is first read by a member of staff, who takes out what someone can be recognised by before any of it is shown.',
    organisation: (name) =>
      `This questionnaire is for people who work at ${name}. So we do not ask that, but we do keep it with your answers.`,
    stopping: 'Stopping halfway',
    kept: (time) =>
      `We keep nothing until you send it. Until then, what you fill in is on this device, in a cookie, for ${time} at most. It travels to us and back with each page, but we store it only when you send it. If you open this page here again, you go on where you were. Long answers in your own words do not always fit in. Once you have sent your answers, the cookie is gone.`,
    week: 'a week',
    hour: 'an hour',
    shared: 'Do you share this device with others? Then choose “Erase and stop” if you leave halfway.',
    withoutCookies: 'Does your browser keep no cookies? Then close it when you are done.',
    over: 'The page that you sent is of a visit that is over: sent, erased, expired or begun anew. What was on it is not kept.',
    begin: 'Begin',
    goOn: 'Go on where you were',
    again: 'Erase and begin again',
    wasHere: 'This device still has what you filled in before.',
  },
  check: {
    title: 'Check your answers',
    lead: 'You can still change everything now, but not once it is sent.',
    noAnswer: 'No answer',
    change: 'Change',
    known: 'follows from your invitation; is kept with your answers',
    send: 'Send',
  },
  sent: {
    title: 'Thank you, your answers are sent',
    apart: 'They are stored with nothing that leads to you.',
    erased: 'What you filled in is erased from this device.',
    results:
      'Once the questionnaire is closed and everything is checked, the Kennisnetwerk shares the results with the organisations that take part. It may also make them public.',
  },
  code: {
    title: 'Enter your code',
    lead: 'You find the code in your invitation. Capitals and dashes do not matter.',
    label: 'Code',
    open: 'Open the questionnaire',
  },
  notices: {
    UNKNOWN: {
      title: 'We do not know this code',
      text: [
        'Perhaps it was not copied quite right, or it was withdrawn. Please look at your invitation again, or ask whoever invited you.',
      ],
    },
    USED: {
      title: 'This code has been used',
      text: [
        'Each code can be used to answer once. Did you just send your answers yourself? Then they have arrived. Thank you!',
        'Have you not taken part yet? Please contact whoever invited you.',
      ],
    },
    NOT_OPEN: {
      title: 'The questionnaire is not open yet',
      text: ['Please try again later with the same code.'],
    },
    CLOSED: {
      title: 'The questionnaire is closed',
      text: ['It can no longer be answered. Thank you for wanting to take part.'],
    },
    AWAY: {
      title: 'It does not work just now',
      text: ['Something is wrong on our side; you did nothing wrong. Please try again in a few minutes.'],
    },
    BUSY: {
      title: 'Please wait a moment',
      text: ['Very many requests came from your network. Please try again in a minute.'],
    },
    FOREIGN: {
      title: 'This came from another website',
      text: ['We take answers from our own page alone. Please open your invitation again.'],
    },
    TOO_LONG: {
      title: 'This is too much text',
      text: ['Go back with your browser, and shorten your answers in your own words.'],
    },
    NO_FORM: {
      title: 'We cannot read this',
      text: ['Please open your invitation again, and fill in the questionnaire there.'],
    },
    ERASED: {
      title: 'Everything is erased',
      text: [
        'This device has nothing left of what you filled in, and nothing was sent. You can begin again later.',
      ],
    },
    STOPPED: {
      title: 'You have stopped',
      text: ['Nothing was sent, and we kept nothing. You can begin again later.'],
    },
  },
  closeBrowser:
    'Your browser keeps no cookies, and holds on to the pages before this one. Close it, so that nobody sees them after you.',
  opensOn: (day) => `It can be answered from ${day} on.`,
  stillHere: 'What you filled in is still on this page.',
  tryAgain: 'Try again',
  toStart: 'To the start',
  otherCode: 'Enter another code',
}
