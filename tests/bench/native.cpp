// One native row of the bench: a workload, measured in this process.
//
//     engine_bench key=value...      keys: those of workloads.json, precision, count, warmUp and measured (seconds);
//                                    X and Y as float64 on standard input, row by row
//
// Prints samples (grids) a second and whether the cost fell, as a JSON object.
#include <algorithm>
#include <ctime>
#include <iostream>
#include <map>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include "engine/glassbox.h"

using namespace glassbox;

namespace {

using Options = std::map<std::string, std::string>;

Options optionsOf(int count, char** arguments) {
  Options options;
  for (const std::string argument : std::span(arguments + 1, std::size_t(count - 1))) {
    const auto equals = argument.find('=');
    options[argument.substr(0, equals)] = argument.substr(equals + 1);
  }
  return options;
}

std::vector<int> numbers(const std::string& list) {
  std::istringstream stream(list);
  std::vector<int> result;
  for (std::string number; std::getline(stream, number, ',');) result.push_back(std::stoi(number));
  return result;
}

Settings settingsOf(const Options& options) {
  const std::vector<int> net = numbers(options.at("net"));
  Settings settings = options.contains("optimizer") ? Settings::withOptimizer(options.at("optimizer")) : Settings{};
  settings.inputs = net.front();
  settings.layers.clear();
  for (std::size_t i = 1; i < net.size(); ++i)
    settings.layers.push_back({net[i], options.at(i + 1 < net.size() ? "hidden" : "output")});
  settings.shuffle = false;  // the peers get the same batches again and again, made outside the clock
  settings.precision = options.at("precision");
  if (options.contains("cost")) settings.cost = options.at("cost");
  for (const NumberSetting& number : numberSettings())
    if (options.contains(number.name)) settings.*number.value = std::stod(options.at(number.name));
  return settings;
}

MatrixXd readColumns(Index rows, Index columns) {
  MatrixXd matrix(rows, columns);
  std::cin.read(reinterpret_cast<char*>(matrix.data()), std::streamsize(sizeof(double)) * matrix.size());
  return matrix;
}

double processorSeconds() { return double(std::clock()) / CLOCKS_PER_SEC; }

/// Repeats work(times) for some seconds, in calls of about 5 ms, as the page trains. Returns times a second.
template <class Work>
double rate(Work work, double seconds, long& times) {
  const double begin = processorSeconds();
  for (long done = 0;;) {
    const double before = processorSeconds();
    if (before - begin > seconds) return double(done) / (before - begin);
    work(times);
    done += times;
    const double took = processorSeconds() - before;
    times = took < 0.003 ? 2 * times : took > 0.008 ? std::max(1L, times / 2) : times;
  }
}

template <class Work>
double rateWhenWarm(Work work, const Options& options) {
  long times = 1;
  rate(work, std::stod(options.at("warmUp")), times);
  return rate(work, std::stod(options.at("measured")), times);
}

}  // namespace

int main(int count, char** arguments) {
  const Options options = optionsOf(count, arguments);
  const Settings settings = settingsOf(options);
  const Index samples = std::stol(options.at("count"));
  const MatrixXd X = readColumns(settings.inputs, samples), Y = readColumns(settings.layers.back().units, samples);
  Trainer trainer(settings);
  trainer.setData(X, Y);

  if (options.contains("grid")) {
    const double grids = rateWhenWarm(
        [&](long times) {
          while (times-- > 0) predict(trainer, X);
        },
        options);
    std::cout << "{\"rate\":" << grids << ",\"hasLearnt\":true}\n";
    return 0;
  }
  const double before = evaluate(trainer).cost;
  const double steps = rateWhenWarm([&](long times) { trainer.step(times); }, options);
  const bool hasLearnt = evaluate(trainer).cost < before;
  std::cout << "{\"rate\":" << steps * settings.batchSize << ",\"hasLearnt\":" << std::boolalpha << hasLearnt << "}\n";
}
