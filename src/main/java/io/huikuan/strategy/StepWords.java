package io.huikuan.strategy;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.letter.domain.Placeholder;
import io.huikuan.letter.domain.Templates;
import io.huikuan.strategy.domain.StepTexts;

/** What to say, in both languages; null of a step that sends a letter. */
record StepWords(String zh, String en) {

    private static final int LONGEST = 2000;

    /** Those of the wish, and where it says nothing those that come with the service. */
    static StepWords of(Refusals refusals, String path, StrategyStepWish wish) {
        String zh = words(refusals, path + "textZh", wish.textZh());
        String en = words(refusals, path + "textEn", wish.textEn());
        if (!wish.channel().isTask()) {
            refusals.unless(
                    zh == null && en == null, ErrorCode.INVALID_VALUE, path + "textZh", "Only a task has words.");
            return new StepWords(null, null);
        }
        boolean call = wish.channel() == StrategyChannel.PHONE_TASK;
        return new StepWords(
                zh != null ? zh : call ? StepTexts.CALL_ZH : StepTexts.VISIT_ZH,
                en != null ? en : call ? StepTexts.CALL_EN : StepTexts.VISIT_EN);
    }

    private static String words(Refusals refusals, String path, String text) {
        String words = refusals.optionalProse(path, text, LONGEST);
        if (words != null) {
            Templates.fault(words, Placeholder.inSpeech())
                    .ifPresent(fault -> refusals.add(ErrorCode.INVALID_VALUE, path, fault.message()));
        }
        return words;
    }
}
