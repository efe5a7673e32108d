using Rettidig.Domain.Events.Reading;

namespace Rettidig.Domain.Agendas;

/// <summary>Steps and roles as keys and files write them: <c>remind-early</c>, <c>team-leader</c>.</summary>
public static class StepTexts
{
    public static string Text(this StepName name) => ChoiceNames<StepName>.Text(name);

    public static string Text(this Role role) => ChoiceNames<Role>.Text(role);
}
