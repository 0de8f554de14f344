#pragma once

/// All of the engine: what a network is made of, how it is trained, and what can be seen of it.

#include "engine/explain/cost_surface.h"
#include "engine/explain/gradient_check.h"
#include "engine/explain/measures.h"
#include "engine/explain/next_step.h"
#include "engine/explain/predict.h"
#include "engine/explain/shock.h"
#include "engine/explain/trace.h"
#include "engine/math/refusal.h"
#include "engine/options/dataset.h"
#include "engine/options/initializer.h"
#include "engine/training/preparation.h"
#include "engine/training/trainer.h"
