<#-- Text parts: a block with its gap above and the addresses of its links below. Helpers of the model: wrap(text, first line's
     indent, other lines' indent), under(heading, rule). -->
<#macro block gap=1 links=[] indent="">
<#local words><#nested></#local>
<#list 1..gap as i>

</#list>
${words?replace("^\\s*\\n", "", "r")?replace("\\s+$", "", "r")}
<#list links as link>
${indent}[${link.number}] ${link.url}
</#list>
</#macro>

<#function codes list indent>
<#local lines = []>
<#list list as code><#local lines = lines + [wrap(code.code + code.label?has_content?then("  " + code.label, ""), indent, indent + "    ")]></#list>
<#return lines?join("\n")>
</#function>

<#function resource r>
<#local lines = [wrap(r.title + r.number?has_content?then(" [" + r.number + "]", ""))]>
<#local meta = r.meta + r.login?then(r.meta?has_content?then(" (", "(") + t("rendering.login") + ")", "")>
<#if meta?has_content><#local lines = lines + [wrap(meta)]></#if>
<#if r.applies?has_content><#local lines = lines + [wrap(r.applies)]></#if>
<#return lines?join("\n")>
</#function>
