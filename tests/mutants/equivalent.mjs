/**
 * Mutants that live because no test can tell them from the engine by its numbers, each with the reason. They are known
 * by what stands in the line, before and after, so that they may move.
 *
 * @type {{ file: string, before: string, after: string, why: string }[]}
 */
export const equivalent = [
  {
    file: 'engine/kernels/pass.cpp',
    before: 'layer.layout.samples = samples;',
    after: ';',
    why: 'The samples that are left over from larger chunks are computed once more, and nobody reads them.',
  },
  {
    file: 'engine/kernels/pass.cpp',
    before: 'layer.layout.size = roundedUp<S>(samples * layer.layout.sampleStride);',
    after: ';',
    why: 'Only what nobody reads is computed besides; the sanitizers see that it takes targets beyond their end.',
  },
  {
    file: 'engine/kernels/sample_lanes.cpp',
    before: 'for (; i + Index(together) <= many; i += Index(together))',
    after: 'for (; i + Index(together) < many; i += Index(together))',
    why: 'The last few sums are computed one at a time instead of together, with the same bits.',
  },
  {
    file: 'engine/kernels/sample_lanes.cpp',
    before: 'if (left > 0) put(sumsOf([&] { return left-- > 0 ? next() : Pack<S>(0); }, several), gradient);',
    after: 'if (left >= 0) put(sumsOf([&] { return left-- > 0 ? next() : Pack<S>(0); }, several), gradient);',
    why: 'Zeros are put or added behind the last column, where the next one is put afterwards.',
  },
  {
    file: 'engine/kernels/chunks.h',
    before: 'if (values.size() < size) values = Vector<S>::Zero(size);',
    after: 'if (values.size() <= size) values = Vector<S>::Zero(size);',
    why: 'What is loaded next overwrites whatever the buffer holds.',
  },
  {
    file: 'engine/kernels/units_pass.h',
    before: 'static constexpr Index most = 128;',
    after: 'static constexpr Index most = 129;',
    why: 'A chunk may have any size; this one was found to be fast.',
  },
  {
    file: 'engine/math/random.cpp',
    before: 'if (s > 0 && s < 1) return u * std::sqrt(-2 * std::log(s) / s);',
    after: 'if (s >= 0 && s < 1) return u * std::sqrt(-2 * std::log(s) / s);',
    why: 'Two uniform numbers are both exactly 0 once in 2^106 draws.',
  },
  {
    file: 'engine/kernels/samples_pass.cpp',
    before: 'growTo(Y_, roundedUp<S>(chunks_.size() * lanes_ * Y.rows()) + 16);',
    after: 'growTo(Y_, roundedUp<S>(chunks_.size() * lanes_ * Y.rows()) + 17);',
    why: 'There may be more room behind the targets than anything reads.',
  },
  {
    file: 'engine/kernels/units_pass.cpp',
    before: 'isSparse_ = network_.inputs >= 16 && listBySample(X, rows);',
    after: 'isSparse_ = network_.inputs > 16 && listBySample(X, rows);',
    why: 'Inputs listed or taken as they are give the same sums; only the time differs.',
  },
  {
    file: 'engine/kernels/units_pass.cpp',
    before: 'isSparse_ = network_.inputs >= 16 && listBySample(X, rows);',
    after: 'isSparse_ = network_.inputs <= 16 && listBySample(X, rows);',
    why: 'Inputs listed or taken as they are give the same sums; only the time differs, which ./dev bench measures.',
  },
  {
    file: 'engine/kernels/units_pass.cpp',
    before: 'next_.assign(begin, begin + inputs);',
    after: 'next_.assign(begin, begin + inputs + 1);',
    why: 'Nobody reads the place behind the last input.',
  },
  {
    file: 'engine/kernels/units_pass.h',
    before: 'Index chunk_ = 0, count_ = 0;',
    after: 'Index chunk_ = 0, count_ = 1;',
    why: 'forward() sets it before anything reads it.',
  },
  {
    file: 'engine/math/text.cpp',
    before: 'for (; value >= 1e6; value /= 10) ++exponent;',
    after: 'for (; value > 1e6; value /= 10) ++exponent;',
    why: 'Exactly 1e6 is seven figures then, which the line for what rounding makes of 999999.5 puts right.',
  },
  {
    file: 'engine/training/trainer.cpp',
    before: 'if (cursor_ < window_.from || cursor_ >= window_.end) fillWindow(learner);',
    after: 'if (cursor_ <= window_.from || cursor_ >= window_.end) fillWindow(learner);',
    why: 'The same batches are taken in once more; only time is lost.',
  },
  {
    file: 'engine/explain/slope_meter.cpp',
    before: 'pair = {x_.costAt(x_.value() - step(k), samples_), x_.costAt(x_.value() + step(k), samples_), true};',
    after: 'pair = {x_.costAt(x_.value() - step(k), samples_), x_.costAt(x_.value() + step(k), samples_), false};',
    why: 'The same costs are computed again whenever they are asked for; only time is lost.',
  },
  {
    file: 'engine/kernels/sample_lanes.cpp',
    before:
      'return double((batch + kind.lanes - 1) / kind.lanes) * (double(kind.lanes) / double(Pack<S>::size) + 1.5);',
    after: 'return double((batch + kind.lanes - 1) / kind.lanes) * (double(kind.lanes) * double(Pack<S>::size) + 1.5);',
    why: 'Some batches get other lanes, with the same sums; only the time differs.',
  },
  {
    file: 'engine/math/text.cpp',
    before: "if (digits == 1'000'000) digits /= 10, ++exponent;",
    after: "if (digits == 1'000'000) digits *= 10, ++exponent;",
    why: 'Zeros at the end are erased, however many there are.',
  },
  {
    file: 'engine/math/random.cpp',
    before: 'if (s > 0 && s < 1) return u * std::sqrt(-2 * std::log(s) / s);',
    after: 'if (s > 0 && s <= 1) return u * std::sqrt(-2 * std::log(s) / s);',
    why: 'The point lies exactly on the circle too seldom for any test.',
  },
  {
    file: 'engine/training/learner.h',
    before: 'static constexpr Index spare = 4;',
    after: 'static constexpr Index spare = 5;',
    why: 'There may be more zeros behind the parameters than kernels read.',
  },
  {
    file: 'engine/kernels/plain_pass.cpp',
    before: 'growTo(Y_, Y.rows(), rows.count + 16);',
    after: 'growTo(Y_, Y.rows(), rows.count + 16 + 1);',
    why: 'There may be more room behind the targets than anything reads.',
  },
  {
    file: 'engine/kernels/unit_lanes.cpp',
    before: 'if (samples < manySamples || apart <= Index(packs) * size) return W;',
    after: 'if (samples < manySamples || apart < Index(packs) * size) return W;',
    why: 'Columns taken where they are or copied side by side give the same sums; only the time differs.',
  },
  {
    file: 'engine/kernels/unit_lanes.cpp',
    before: 'if (samples < manySamples || apart <= Index(packs) * size) return W;',
    after: 'if (samples < manySamples || apart <= Index(packs) / size) return W;',
    why: 'Columns taken where they are or copied side by side give the same sums; only the time differs.',
  },
  {
    file: 'engine/kernels/unit_lanes.cpp',
    before: 'if (samples < manySamples || apart <= Index(packs) * size) return W;',
    after: 'if (samples < manySamples && apart <= Index(packs) * size) return W;',
    why: 'Columns taken where they are or copied side by side give the same sums; only the time differs.',
  },
  {
    file: 'engine/math/random.cpp',
    before: 'if (word >= unfair) return word % count;',
    after: 'if (word > unfair) return word % count;',
    why: 'It differs for one word of 2^32.',
  },
  {
    file: 'engine/math/refusal.cpp',
    before: 'if (text.size() <= 60) return text;',
    after: 'if (text.size() < 60) return text;',
    why: 'A text of 60 bytes is cut to 60 bytes.',
  },
  {
    file: 'engine/kernels/unit_lanes.cpp',
    before: 'if (samples < manySamples || apart <= Index(packs) * size) return W;',
    after: 'if (samples <= manySamples || apart <= Index(packs) * size) return W;',
    why: 'Columns taken where they are or copied side by side give the same sums; only the time differs.',
  },
  {
    file: 'engine/training/intake.cpp',
    before: 'requireFinite("value", MatrixXd::Constant(1, 1, value), settings_);',
    after: 'requireFinite("value", MatrixXd::Constant(1, 2, value), settings_);',
    why: 'Of two values that are alike the first is refused.',
  },
  {
    file: 'engine/training/learner.cpp',
    before: 'if (batch == batch_) return;',
    after: 'if (batch != batch_) return;',
    why: 'The pass for batches of one sample takes larger ones with the same bits; only the time differs.',
  },
  {
    file: 'engine/kernels/unit_lanes.cpp',
    before: 'for (; samples > 1; samples -= 2, delta += 2 * rowLength(units), handedBack += 2 * rowLength(inputs))',
    after: 'for (; samples >= 1; samples -= 2, delta += 2 * rowLength(units), handedBack += 2 * rowLength(inputs))',
    why: 'With the last of an odd number of samples one to spare is computed, which nobody reads: there is room for an even number.',
  },
  {
    file: 'engine/kernels/unit_lanes.h',
    before: 'if (Index(place.size()) >= numbers) return;',
    after: 'if (Index(place.size()) > numbers) return;',
    why: 'A list that is just long enough is given the length that it has.',
  },
  {
    file: 'engine/options/optimizer.cpp',
    before: 'if constexpr (memory > 0) at.first = Pack<S>::load(first + i + further);',
    after: 'if constexpr (memory >= 0) at.first = Pack<S>::load(first + i + further);',
    why: 'What is loaded for a rule that keeps nothing is not used.',
  },
  {
    file: 'engine/options/optimizer.cpp',
    before: 'S sum[size];',
    after: 'S sum[size + 1];',
    why: 'Room for a number more is not used.',
  },
  {
    file: 'engine/kernels/unit_lanes.h',
    before: 'return length % 64 == 0 ? length + 16 : length;',
    after: 'return length % 64 == !0 ? length + 16 : length;',
    why: 'Samples stand closer in memory, with the same bits; only the time differs.',
  },
]
